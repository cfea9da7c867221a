import { brings } from '../../kit/our-page.ts';

export default brings('The popup is shown in a frame, to be clicked by somebody who does not see it.', (src) => {
  document.body.append(Object.assign(document.createElement('iframe'), { src, width: 360, height: 600 }));
  const inner = `<iframe src="${src}" width=360 height=600></iframe>`;
  document.body.append(Object.assign(document.createElement('iframe'), { srcdoc: inner, width: 400, height: 640 }));
});
