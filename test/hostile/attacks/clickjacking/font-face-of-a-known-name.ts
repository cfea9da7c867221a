import { restyle } from '../../kit/clickjack.ts';

export default restyle(
  'A click on a button in Arial, which is not Arial, copies the token.',
  `
  @font-face { font-family: Arial; size-adjust: 0%;
    src: local("DejaVu Sans"), local("Liberation Sans"), local("Helvetica"), local("Noto Sans"); }
  .around { font-family: "ARIAL", system-ui; }
`,
);
