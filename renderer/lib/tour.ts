import { words } from '../words/words.ts'

/** A step of the tour, with the view that it is about. */
export interface TourStep {
  /** By it the style sheet knows what to point at. */
  id: 'reading' | 'views' | 'desk'
  view: 'texts' | 'findings'
  title: string
  says: string
}

const { tourSteps } = words.shell

export const TOUR_STEPS: readonly TourStep[] = [
  { id: 'reading', view: 'texts', ...tourSteps.reading },
  { id: 'views', view: 'findings', ...tourSteps.views },
  { id: 'desk', view: 'texts', ...tourSteps.desk }
]
