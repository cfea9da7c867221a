import { brings } from '../../kit/our-page.ts';

export default brings('The page opens the popup in a window of its own, and keeps a hand on it.', (src) => {
  open(src, 'ours', 'width=360,height=600');
  open('about:blank', 'other')?.location.replace(src);
});
