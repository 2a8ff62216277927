import type { MailWords } from '#app/delivery/mail-words/en.ts'

export const es: MailWords = {
  greeting: 'Hola, {name}:',
  greetingShared: 'Hola a todo el equipo de {account}:',
  howTo: 'Elija un número. Le llevará menos de un minuto.',
  openPage: 'Abrir la encuesta',
  whyMe: 'Por qué recibe este correo',
  privacy: 'Privacidad',
  unsubscribe: 'Dejar de recibir estas encuestas',
  testSubject: '[Prueba] {subject}',
  testNotice: 'Esto es una prueba. Lo que responda aquí no cuenta.',
}
