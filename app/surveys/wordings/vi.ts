import type { Standard } from '#app/surveys/wordings/standard.ts'

export const vi: Standard = {
  why: 'Quý khách nhận được thư này vì đang hợp tác với {company}. Những người phụ trách Quý khách đọc mọi câu trả lời và sẽ liên hệ lại khi có điều chưa ổn.',
  whyTransactional:
    'Quý khách nhận được thư này vì vừa liên hệ với {company} gần đây. Những người đã hỗ trợ Quý khách đọc mọi câu trả lời.',
  thanks: {
    low: 'Cảm ơn Quý khách đã thẳng thắn chia sẻ. Sẽ có người đọc và liên hệ lại với Quý khách.',
    mid: 'Cảm ơn Quý khách. Câu trả lời giúp chúng tôi quyết định cần cải thiện điều gì tiếp theo.',
    high: 'Cảm ơn Quý khách, điều này rất có ý nghĩa với đội ngũ của chúng tôi.',
  },
  nps: {
    subject: 'Quý khách có sẵn lòng giới thiệu {company} không?',
    question: 'Khả năng Quý khách giới thiệu {company} cho bạn bè hoặc đồng nghiệp là bao nhiêu?',
    low: 'Hoàn toàn không có khả năng',
    high: 'Rất có khả năng',
    followUp: {
      low: 'Điều gì chưa ổn, và chúng tôi nên khắc phục điều gì trước tiên?',
      mid: 'Chúng tôi cần làm gì để phục vụ Quý khách tốt hơn?',
      high: 'Quý khách đánh giá cao điều gì nhất ở chúng tôi?',
    },
    transactional: {
      subject: 'Sau lần hợp tác gần đây: Quý khách có giới thiệu {company} không?',
      question:
        'Sau trải nghiệm gần đây nhất với chúng tôi, khả năng Quý khách giới thiệu {company} cho bạn bè hoặc đồng nghiệp là bao nhiêu?',
    },
  },
  csat: {
    subject: 'Quý khách hài lòng với {company} ở mức nào?',
    question: 'Nhìn chung, Quý khách hài lòng với {company} ở mức nào?',
    low: 'Rất không hài lòng',
    high: 'Rất hài lòng',
    followUp: {
      low: 'Điều gì khiến Quý khách thất vọng nhất?',
      mid: 'Còn thiếu điều gì để Quý khách hài lòng?',
      high: 'Chúng tôi đã làm đặc biệt tốt điều gì?',
    },
    transactional: {
      subject: 'Chúng tôi đã hỗ trợ Quý khách thế nào?',
      question: 'Quý khách hài lòng ở mức nào với sự hỗ trợ vừa nhận được từ {company}?',
    },
  },
  ces: {
    subject: '{company} có giúp mọi việc dễ dàng cho Quý khách không?',
    question: '{company} giúp tôi hoàn thành công việc một cách dễ dàng.',
    low: 'Hoàn toàn không đồng ý',
    high: 'Hoàn toàn đồng ý',
    followUp: {
      low: 'Điều gì khiến Quý khách tốn nhiều công sức nhất?',
      mid: 'Điều gì có thể đơn giản hơn?',
      high: 'Quý khách thấy điều gì đặc biệt dễ dàng?',
    },
    transactional: { question: '{company} giúp tôi xử lý vấn đề của mình một cách dễ dàng.' },
  },
}
