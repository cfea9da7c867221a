/**
 * How each secret store takes a value that is on the clipboard, so that the token stands in no command line, no shell
 * history and no process list. Each way replaces the value of a secret that is there, leaves its neighbours alone where
 * the tool can, and stores just the token: what it does about a line end is said beside it. None prints the value.
 */
import { quoteForPowerShell, quoteForSh } from './quote.ts';

/** What a store calls the token. `variable`: a name of the environment; `field`: one value within `secret`. */
export type StoreNames = Readonly<Record<'variable' | 'secret' | 'field' | 'mount', string>>;

/**
 * How the tool gets the value: from standard input; from `/dev/stdin` as a file, having no other way to read it; within
 * a JSON document, having no way to read the bare value; or by a PowerShell cmdlet, in the shell's own process.
 */
export type Taking = 'stdin' | 'stdinFile' | 'json' | 'cmdlet';

interface Way {
  takes: Taking;
  /** The programs that have to be there besides the shell and the clipboard reader. */
  tools: readonly string[];
  /** The command; `clip` is the command that writes the clipboard to standard output, without a line end. */
  command: (names: StoreNames, clip: string) => string;
}

interface Store {
  /** The names this store asks for, as they are unless the person chose others. */
  names: Partial<StoreNames>;
  sh: Way;
  powerShell: Way;
}

const q = quoteForSh;
const ps = quoteForPowerShell;
const variable = 'SNAPENGAGE_API_TOKEN';

/** PowerShell writes and reads UTF-8 to and from programs only if told so. */
const inUtf8 = (command: string) =>
  `[Console]::OutputEncoding = $OutputEncoding = [Text.UTF8Encoding]::new($false); ${command}`;

/** What gives PowerShell's clipboard to a program. PowerShell ends it with a line end: the program has to drop that. */
const piped = (clip: string, command: string) => inUtf8(`${clip} | ${command}`);

/** The filter for jq: the item, then the token as a JSON string; a field that is not there is an error. */
const setField =
  '.[1] as $token | .[0] | if any(.fields[]; .id == $field or .label == $field) ' +
  'then (.fields[] | select(.id == $field or .label == $field)).value = $token else error($field) end';

/** The variable of the project of the current folder, as the API addresses it. Its names need no encoding. */
const gitlabVariable = (names: StoreNames) => `projects/:fullpath/variables/${names.variable}`;

export const stores = {
  // cli.github.com/manual/gh_secret_set: without --body it reads standard input. Line ends are cut off
  // (cli/cli, pkg/cmd/secret/set/set.go).
  github: {
    names: { variable },
    sh: { takes: 'stdin', tools: ['gh'], command: (n, clip) => `${clip} | gh secret set ${q(n.variable)}` },
    powerShell: {
      takes: 'stdin',
      tools: ['gh'],
      command: (n, clip) => piped(clip, `gh secret set ${ps(n.variable)}`),
    },
  },
  // docs.gitlab.com/cli/api: `@-` is standard input, taken as it is. Not `glab variable set`, which only creates, nor
  // `glab variable update`, which in older versions takes protection off where --protected is not repeated. The
  // answer holds the value and is thrown away. In PowerShell a JSON body, where a line end at its end does not matter.
  gitlab: {
    names: { variable },
    sh: {
      takes: 'stdin',
      tools: ['glab'],
      command: (n, clip) => `${clip} | glab api --method PUT ${q(gitlabVariable(n))} --field value=@- > /dev/null`,
    },
    powerShell: {
      takes: 'json',
      tools: ['glab'],
      command: (n, clip) =>
        inUtf8(
          `@{ value = ${clip} } | ConvertTo-Json -Compress | glab api --method PUT ${ps(gitlabVariable(n))} ` +
            `--header 'Content-Type: application/json' --input - | Out-Null`,
        ),
    },
  },
  // developer.hashicorp.com/vault/docs/commands/kv/patch: `key=-` is standard input, taken as it is
  // (go-secure-stdlib, kv-builder/builder.go); `-` alone a JSON document. Not `kv put`: it drops the secret's other
  // fields. KV version 1 has no patch, and says so.
  vault: {
    names: { mount: 'secret', secret: 'snapengage', field: 'token' },
    sh: {
      takes: 'stdin',
      tools: ['vault'],
      command: (n, clip) => `${clip} | vault kv patch ${q(`-mount=${n.mount}`)} ${q(n.secret)} ${q(`${n.field}=-`)}`,
    },
    powerShell: {
      takes: 'json',
      tools: ['vault'],
      command: (n, clip) =>
        inUtf8(
          `@{ ${ps(n.field)} = ${clip} } | ConvertTo-Json -Compress | ` +
            `vault kv patch ${ps(`-mount=${n.mount}`)} ${ps(n.secret)} -`,
        ),
    },
  },
  // docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters-file.html, and github.com/aws/aws-cli/issues/5982 for
  // /dev/stdin: read as it is (awscli/paramfile.py). Windows has no /dev/stdin:
  // docs.aws.amazon.com/powershell/latest/reference/items/Write-SECSecretValue.html takes the string itself.
  aws: {
    names: { secret: 'snapengage/api-token' },
    sh: {
      takes: 'stdinFile',
      tools: ['aws'],
      command: (n, clip) =>
        `${clip} | aws secretsmanager put-secret-value --secret-id ${q(n.secret)} --secret-string file:///dev/stdin`,
    },
    powerShell: {
      takes: 'cmdlet',
      tools: ['AWS.Tools.SecretsManager'],
      command: (n, clip) => `Write-SECSecretValue -SecretId ${ps(n.secret)} -SecretString (${clip})`,
    },
  },
  // developer.1password.com/docs/cli/reference/management-commands/item (Edit an item using a template): arguments can
  // be seen by other processes, and standard input is read only as the JSON of a whole item; a passkey in it would be
  // lost, so an item of its own (API Credential). --reveal, or what is concealed might be written back so.
  onePassword: {
    names: { secret: 'SnapEngage API token', field: 'credential' },
    sh: {
      takes: 'json',
      tools: ['op', 'jq'],
      command: (n, clip) =>
        `{ op item get ${q(n.secret)} --reveal --format json; ${clip} | jq -Rs .; } | ` +
        `jq -s --arg field ${q(n.field)} ${q(setField)} | op item edit ${q(n.secret)}`,
    },
    powerShell: {
      takes: 'json',
      tools: ['op'],
      command: (n, clip) =>
        inUtf8(
          `& { $item = op item get ${ps(n.secret)} --reveal --format json | Out-String | ConvertFrom-Json; ` +
            `$field = $item.fields | Where-Object { $_.id -ceq ${ps(n.field)} -or $_.label -ceq ${ps(n.field)} }; ` +
            `if (-not $field) { throw ${ps(n.field)} }; ` +
            `$field | Add-Member -NotePropertyName value -NotePropertyValue (${clip}) -Force; ` +
            `$item | ConvertTo-Json -Depth 9 | op item edit ${ps(n.secret)} }`,
        ),
    },
  },
  // docs.doppler.com/docs/setting-secrets: standard input is recommended; --silent, or it prints the value. It reads
  // lines and joins them (DopplerHQ/cli, pkg/cmd/secrets.go), so the last line end is gone.
  doppler: {
    names: { variable },
    sh: {
      takes: 'stdin',
      tools: ['doppler'],
      command: (n, clip) => `${clip} | doppler secrets set ${q(n.variable)} --no-interactive --silent`,
    },
    powerShell: {
      takes: 'stdin',
      tools: ['doppler'],
      command: (n, clip) => piped(clip, `doppler secrets set ${ps(n.variable)} --no-interactive --silent`),
    },
  },
  // kubernetes.io/docs/reference/kubectl/generated/kubectl_create/kubectl_create_secret_generic: a file is stored as it
  // is. `apply` takes fields away that an earlier apply had set and this one does not name: a secret of its own.
  kubernetes: {
    names: { secret: 'snapengage', field: 'token' },
    sh: {
      takes: 'stdinFile',
      tools: ['kubectl'],
      command: (n, clip) =>
        `${clip} | kubectl create secret generic ${q(n.secret)} ${q(`--from-file=${n.field}=/dev/stdin`)} ` +
        '--dry-run=client -o yaml | kubectl apply -f -',
    },
    powerShell: {
      takes: 'json',
      tools: ['kubectl'],
      command: (n, clip) =>
        `@{ apiVersion = 'v1'; kind = 'Secret'; metadata = @{ name = ${ps(n.secret)} }; data = @{ ${ps(n.field)} = ` +
        `[Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes((${clip}))) } } | ConvertTo-Json | kubectl apply -f -`,
    },
  },
} as const satisfies Readonly<Record<string, Store>>;

export type StoreId = keyof typeof stores;
