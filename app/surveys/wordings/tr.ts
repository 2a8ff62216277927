import type { Standard } from '#app/surveys/wordings/standard.ts'

export const tr: Standard = {
  why: 'Bu mesajı {company} ile çalıştığınız için alıyorsunuz. Hesabınızla ilgilenen kişiler her yanıtı okur ve bir sorun olduğunda size bizzat yazar.',
  whyTransactional:
    'Bu mesajı yakın zamanda {company} ile iletişime geçtiğiniz için alıyorsunuz. Size yardımcı olan kişiler her yanıtı okur.',
  thanks: {
    low: 'Açık sözlülüğünüz için teşekkür ederiz. Yanıtınızı bir kişi okuyacak ve size dönecek.',
    mid: 'Teşekkür ederiz. Yanıtınız, sırada neyi iyileştireceğimize karar vermemize yardımcı oluyor.',
    high: 'Teşekkür ederiz, bu konuda çalışan herkes için anlamı büyük.',
  },
  nps: {
    subject: '{company} firmasını tavsiye eder misiniz?',
    question: '{company} firmasını bir arkadaşınıza veya iş arkadaşınıza tavsiye etme olasılığınız nedir?',
    low: 'Hiç olası değil',
    high: 'Son derece olası',
    followUp: {
      low: 'Ne ters gitti ve önce neyi düzeltmeliyiz?',
      mid: 'Sizin için neyi daha iyi yapabiliriz?',
      high: 'Bizde en çok neye değer veriyorsunuz?',
    },
    transactional: {
      subject: 'Son çalışmamızın ardından: {company} firmasını tavsiye eder misiniz?',
      question:
        'Bizimle yaşadığınız son deneyimin ardından, {company} firmasını bir arkadaşınıza veya iş arkadaşınıza tavsiye etme olasılığınız nedir?',
    },
  },
  csat: {
    subject: '{company} firmasından ne kadar memnunsunuz?',
    question: 'Genel olarak {company} firmasından ne kadar memnunsunuz?',
    low: 'Hiç memnun değilim',
    high: 'Çok memnunum',
    followUp: {
      low: 'Sizi en çok ne hayal kırıklığına uğrattı?',
      mid: 'Memnun kalmanız için ne eksikti?',
      high: 'Özellikle neyi iyi yaptık?',
    },
    transactional: {
      subject: 'Nasıl yardımcı olduk?',
      question: '{company} firmasından az önce aldığınız yardımdan ne kadar memnunsunuz?',
    },
  },
  ces: {
    subject: '{company} işinizi kolaylaştırdı mı?',
    question: '{company} işimi yapmamı kolaylaştırıyor.',
    low: 'Kesinlikle katılmıyorum',
    high: 'Kesinlikle katılıyorum',
    followUp: {
      low: 'Sizi en çok ne uğraştırdı?',
      mid: 'Ne daha basit olabilirdi?',
      high: 'Özellikle neyi kolay buldunuz?',
    },
    transactional: { question: '{company} sorunumu çözmemi kolaylaştırdı.' },
  },
}
