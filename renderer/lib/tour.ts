/** A step of the tour, with the view that it is about. */
export interface TourStep {
  /** By it the style sheet knows what to point at. */
  id: 'reading' | 'views' | 'desk'
  view: 'texts' | 'findings'
  title: string
  says: string
}

export const TOUR_STEPS: readonly TourStep[] = [
  {
    id: 'reading',
    view: 'texts',
    title: 'Both texts, side by side',
    says: 'What both readouts report is underlined; a bar in the margin is what only one has. Click a sentence, and its counterpart comes beside it with what differs.'
  },
  {
    id: 'views',
    view: 'findings',
    title: 'Three ways to look',
    says: 'Texts is for reading, Topics sets matter against matter, Findings ranks what an analyst would note. Keys 1, 2 and 3 go between them.'
  },
  {
    id: 'desk',
    view: 'texts',
    title: 'Correct, note, export',
    says: 'Link what belongs together, dismiss what is wrong, write notes: everything can be undone. Export makes a report with citations; ? shows all keys.'
  }
]
