/** What the vendor's dashboard calls things, in its five languages, as far as they are known or usual. */

/** What a text on the token page is there for. */
export type Role = 'title' | 'label' | 'organisation' | 'generate' | 'regenerate' | 'delete' | 'cancel' | 'copy';

const english: Record<Role, RegExp> = {
  title: /^api token$/i,
  label: /^(your (api )?token|token|api token):?$/i,
  organisation: /^organi[sz]ation id:?$/i,
  generate: /^\W*generate( (api )?token)?\W*$/i,
  regenerate: /^\W*regenerate\W*$/i,
  delete: /^\W*delete\W*$/i,
  cancel: /^cancel$/i,
  copy: /^copy to clipboard$/i,
};

/** The role that an English `text` plays on a page of the skins, or null. */
export function roleOf(text: string): Role | null {
  const plain = text.trim();
  if (plain === '' || plain.length > 40) return null;
  const [role] = Object.entries(english).find(([, pattern]) => pattern.test(plain)) ?? [];
  return (role as Role | undefined) ?? null;
}

export const languages: readonly Record<Role, readonly string[]>[] = [
  {
    title: ['API Token', 'Your API Token', 'API-Token', 'API  Token', 'SnapEngage API Token', 'API Token:'],
    label: ['Token', 'Your token', 'API Token', 'API token:', 'Your API Token'],
    organisation: ['Organization ID', 'Organisation ID', 'OrgID'],
    generate: ['Generate', 'Generate Token', 'Generate API Token', 'Create token', '+ Generate a new token'],
    regenerate: [
      'Regenerate',
      'Regenerate token',
      'Regenerate API Token',
      '↻ Regenerate',
      'Regenerate…',
      'Re-generate',
    ],
    delete: ['Delete', 'Delete token', 'Delete API Token', '🗑 Delete', 'Delete (1)', 'Delete…', 'Remove token'],
    cancel: ['Cancel'],
    copy: ['Copy to Clipboard', 'Copy', 'Copy token'],
  },
  {
    title: ['API-Token', 'API Token', 'Ihr API-Token'],
    label: ['Token', 'API-Token', 'API-Token:', 'Ihr Token', 'Ihr API-Token'],
    organisation: ['Organisations-ID', 'ID der Organisation'],
    generate: ['Generieren', 'Token erzeugen', 'API-Token erstellen'],
    regenerate: ['Regenerieren', 'Neu generieren', 'Neu erzeugen', 'Token erneuern', 'API-Token neu generieren'],
    delete: ['Löschen', 'Token löschen', 'Entfernen', 'API-Token löschen'],
    cancel: ['Abbrechen'],
    copy: ['Kopieren', 'In die Zwischenablage kopieren'],
  },
  {
    title: ['Token de API', 'Token de la API', 'Su token de API'],
    label: ['Token', 'Token de API', 'Su token', 'Token de la API:'],
    organisation: ['ID de organización', 'ID de la organización'],
    generate: ['Generar', 'Generar token', 'Crear un token'],
    regenerate: ['Regenerar', 'Regenerar token', 'Volver a generar', 'Regenerar el token'],
    delete: ['Eliminar', 'Borrar', 'Eliminar token', 'Eliminar el token'],
    cancel: ['Cancelar'],
    copy: ['Copiar', 'Copiar al portapapeles'],
  },
  {
    title: ['Jeton API', 'Jeton d’API', 'Token API', 'Votre jeton API'],
    label: ['Jeton', 'Jeton API', 'Votre jeton', 'Jeton d’API :'],
    organisation: ['ID de l’organisation', 'ID d’organisation'],
    generate: ['Générer', 'Générer un jeton', 'Créer un jeton'],
    regenerate: ['Régénérer', 'Régénérer le jeton', 'Générer à nouveau'],
    delete: ['Supprimer', 'Supprimer le jeton'],
    cancel: ['Annuler'],
    copy: ['Copier', 'Copier dans le presse-papiers'],
  },
  {
    title: ['Token da API', 'Token de API', 'Seu token de API'],
    label: ['Token', 'Token da API', 'Seu token', 'Token de API:'],
    organisation: ['ID da organização', 'ID de organização'],
    generate: ['Gerar', 'Gerar token', 'Criar um token'],
    regenerate: ['Gerar novamente', 'Regenerar', 'Gerar token novamente'],
    delete: ['Excluir', 'Apagar', 'Eliminar', 'Excluir token'],
    cancel: ['Cancelar'],
    copy: ['Copiar', 'Copiar para a área de transferência'],
  },
];

/** Names of values that look like the token and are none. */
export const otherNames = [
  ...['Widget ID', 'CSRF token', 'Webhook secret', 'Authentication Token', 'Build', 'Session key', 'Client secret'],
  ...['Request ID', 'API key', 'Commit', 'Access token', 'Signature', 'Webhook-Secret', 'Sitzungsschlüssel'],
  ...['Clave secreta', 'Clé secrète', 'Chave secreta', 'Token de sesión', 'Jeton CSRF'],
];
