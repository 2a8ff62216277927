/*
 * The yardstick for answers: a bare Node server that stores each posted form with one prepared, durable INSERT.
 * node bare-server.js <port> <file>
 */
import { createServer } from 'node:http'
import Database from 'better-sqlite3'

const [port, file] = process.argv.slice(2)
const database = new Database(file)
database.pragma('journal_mode = WAL')
database.pragma('synchronous = FULL')
database.exec(
  'create table if not exists answers (id integer primary key, at integer not null, path text not null, form text not null)',
)
const insert = database.prepare('insert into answers (at, path, form) values (?, ?, ?)')

createServer((request, response) => {
  let form = ''
  request.setEncoding('utf8')
  request.on('data', (part) => (form += part))
  request.on('end', () => {
    insert.run(Date.now(), request.url, form)
    response.writeHead(303, { location: '/thanks', 'content-length': '0' }).end()
  })
}).listen(Number(port), '127.0.0.1', () => console.log('ready'))
