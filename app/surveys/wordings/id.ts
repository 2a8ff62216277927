import type { Standard } from '#app/surveys/wordings/standard.ts'

export const id: Standard = {
  why: 'Anda menerima pesan ini karena bekerja sama dengan {company}. Tim yang menangani akun Anda membaca setiap jawaban, dan akan menghubungi Anda jika ada yang kurang baik.',
  whyTransactional:
    'Anda menerima pesan ini karena baru saja menghubungi {company}. Orang yang membantu Anda membaca setiap jawaban.',
  thanks: {
    low: 'Terima kasih atas keterusterangan Anda. Jawaban ini akan dibaca dan kami akan menghubungi Anda.',
    mid: 'Terima kasih. Jawaban Anda membantu kami menentukan apa yang perlu diperbaiki selanjutnya.',
    high: 'Terima kasih, ini sangat berarti bagi orang-orang yang mengerjakannya.',
  },
  nps: {
    subject: 'Seberapa besar kemungkinan Anda merekomendasikan {company}?',
    question: 'Seberapa besar kemungkinan Anda merekomendasikan {company} kepada teman atau rekan kerja?',
    low: 'Sangat tidak mungkin',
    high: 'Sangat mungkin',
    followUp: {
      low: 'Apa yang kurang baik, dan apa yang sebaiknya kami perbaiki lebih dahulu?',
      mid: 'Apa yang dapat kami tingkatkan untuk Anda?',
      high: 'Apa yang paling Anda hargai dari kami?',
    },
    transactional: {
      subject: 'Setelah kerja sama terakhir kita: apakah Anda akan merekomendasikan {company}?',
      question:
        'Berdasarkan pengalaman terakhir Anda dengan kami, seberapa besar kemungkinan Anda merekomendasikan {company} kepada teman atau rekan kerja?',
    },
  },
  csat: {
    subject: 'Seberapa puas Anda dengan {company}?',
    question: 'Secara keseluruhan, seberapa puas Anda dengan {company}?',
    low: 'Sangat tidak puas',
    high: 'Sangat puas',
    followUp: {
      low: 'Apa yang paling mengecewakan Anda?',
      mid: 'Apa yang masih kurang agar Anda puas?',
      high: 'Apa yang kami lakukan dengan sangat baik?',
    },
    transactional: {
      subject: 'Bagaimana layanan kami?',
      question: 'Seberapa puas Anda dengan bantuan yang baru saja Anda terima dari {company}?',
    },
  },
  ces: {
    subject: 'Apakah {company} memudahkan Anda?',
    question: '{company} memudahkan saya menyelesaikan pekerjaan.',
    low: 'Sangat tidak setuju',
    high: 'Sangat setuju',
    followUp: {
      low: 'Apa yang paling menyita tenaga Anda?',
      mid: 'Apa yang bisa dibuat lebih sederhana?',
      high: 'Apa yang menurut Anda sangat mudah?',
    },
    transactional: { question: '{company} memudahkan saya menangani masalah saya.' },
  },
}
