/** Words of the window as a whole. */
export const app = {
  notShown: 'This view could not be shown. The texts are still there.',
  showItAgain: 'Show it again'
}
