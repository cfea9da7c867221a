import { brings } from '../../kit/our-page.ts';

export default brings('The popup is shown as an object or embedded, which other rules may hold for.', (src) => {
  document.body.append(Object.assign(document.createElement('object'), { data: src, width: '360', height: '600' }));
  document.body.append(Object.assign(document.createElement('embed'), { src, width: '360', height: '600' }));
});
