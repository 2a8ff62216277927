import { showDoor } from '#app/answering/doors/show-door.server.ts'
import { takeDoorAnswer } from '#app/answering/doors/take-door-answer.server.ts'
import { showSurvey } from '#app/answering/show-survey.server.ts'
import { takeAnswer } from '#app/answering/take-answer.server.ts'
import type { Visit } from '#app/answering/visit.ts'
import { isDoorToken } from '#app/surveys/doors/door-token.server.ts'

/** `GET /s/:token`, of one person or of a link for everybody. */
export const showWhatIsAsked = (visit: Visit) => (isDoorToken(visit.token) ? showDoor(visit) : showSurvey(visit))

/** `POST /s/:token`, likewise. */
export const takeWhatIsSaid = (visit: Visit) => (isDoorToken(visit.token) ? takeDoorAnswer(visit) : takeAnswer(visit))
