import type { MailWords } from '#app/delivery/mail-words/en.ts'

export const ko: MailWords = {
  greeting: '{name} 님, 안녕하십니까?',
  greetingShared: '{account} 귀중',
  howTo: '점수를 선택해 주세요. 1분도 걸리지 않습니다.',
  openPage: '설문 페이지 열기',
  whyMe: '이 메일을 받으신 이유',
  privacy: '개인정보 처리방침',
  unsubscribe: '설문 수신 거부',
  testSubject: '[테스트] {subject}',
  testNotice: '테스트 메일입니다. 여기에서 응답하신 내용은 집계되지 않습니다.',
}
