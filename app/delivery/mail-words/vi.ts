import type { MailWords } from '#app/delivery/mail-words/en.ts'

export const vi: MailWords = {
  greeting: 'Kính gửi Quý khách {name},',
  greetingShared: 'Kính gửi Quý vị tại {account},',
  howTo: 'Xin chọn một điểm số. Chỉ mất chưa đến một phút.',
  openPage: 'Mở trang khảo sát',
  whyMe: 'Vì sao Quý khách nhận được email này',
  privacy: 'Quyền riêng tư',
  unsubscribe: 'Ngừng nhận các khảo sát này',
  testSubject: '[Thử nghiệm] {subject}',
  testNotice: 'Đây là thư thử nghiệm. Câu trả lời tại đây không được tính.',
}
