import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click on a button without a word copies the token.',
  `
  @font-face { font-family: Rogue; size-adjust: 0%;
    src: local("DejaVu Sans"), local("Liberation Sans"), local("Arial"), local("Helvetica"), local("Noto Sans"); }
  .around { font-family: Rogue; }
`,
);
