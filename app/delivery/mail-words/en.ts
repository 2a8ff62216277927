/** What an invitation's mail says beside the survey's own wording. Every other language has the same names. */
export const en = {
  greeting: 'Hello {name},',
  greetingShared: 'Hello everybody at {account},',
  howTo: 'Choose a number. It takes less than a minute.',
  openPage: 'Open the survey page',
  whyMe: 'Why you receive this',
  privacy: 'Privacy',
  unsubscribe: 'Stop these surveys',
  testSubject: '[Test] {subject}',
  testNotice: 'This is a test. What you answer here never counts.',
}

export type MailWords = Record<keyof typeof en, string>
