export interface ImportCounts {
  lines: number
  accounts: { new: number; changed: number; unchanged: number }
  contacts: { new: number; changed: number; unchanged: number }
  rejected: number
  /** Past answers, of a file of history. */
  answers?: {
    new: number
    unchanged: number
    /** Of the new ones: by people nobody here knows. */
    anonymous: number
  }
  /** Lines with revenue in another currency than the organisation's, by currency: it counts in no sum. */
  foreign?: Record<string, number>
  /** Lines with an id of more than fifteen digits that ends in zeros, as a spreadsheet leaves it. */
  roundedIds?: number
  /** Lines that are sorted together before they are applied; none where their order matters. */
  stretch?: number
  /** How the dates and numbers of a column were read, where a single one could be read in two ways. */
  readings?: Reading[]
  /** Columns whose dates can be read in two ways throughout: such lines are refused until somebody says which. */
  asks?: { column: number; example: string }[]
}

/** How a whole column was read. */
export interface Reading {
  /** From 0. */
  column: number
  as: 'dmy' | 'mdy' | 'ymd' | 'point' | 'comma'
  /** A value that settles it; none when a person chose. */
  because?: string
}

export type PropertyValue = string | number | boolean | null

/** How a file is to be read, beside its encoding and columns. */
export interface ImportOptions {
  /** Records before the header: titles, dates of the export. */
  headerAt?: number
  /** Records that make the header together. */
  headerRows?: number
  /** Column → order of day, month and year, where a person chose. */
  dates?: Record<string, 'dmy' | 'mdy' | 'ymd'>
  /** Name of the column → what a person chose for it; remembered for the next file of the same headers. */
  byName?: Record<string, { field: string; date?: 'dmy' | 'mdy' | 'ymd' }>
  /** The import whose columns this one took over. */
  mappedFrom?: string
  /** History: the program that the answers belong to, where no column says it. */
  programId?: string
  /** History: the program to make for it when it is applied. */
  newProgram?: { name: string; metric: 'nps' | 'csat' | 'ces' }
  /** History: the program that was made for it. */
  madeProgram?: string
  /** History: people and companies nobody knows yet are added. */
  addPeople?: boolean
  /** Where the steps of this run begin to count: a cancelled run before it may have left some. */
  stepsFrom?: number
}

/** What undoing takes back, and what it leaves. */
export interface UndoTally {
  removed: { accounts: number; contacts: number; answers: number; programs: number }
  restored: { accounts: number; contacts: number; preferences: number }
  /** Rows that stay, by kind and reason: `contact answered`. */
  kept: Record<string, number>
  /** Topics of the answers that a person had corrected: they go with the answers. */
  topics: number
}

/** The undoing of an import, and the count that goes before. */
export interface ImportUndo {
  /** What a job has counted that undoing would do; without a tally it still counts. */
  count?: { jobId: string; at: number; tally?: UndoTally }
  run?: UndoTally & {
    by: string
    at: number
    /** Where the import stood before: it goes back there when the undoing is stopped. */
    from: 'done' | 'cancelled'
    /** Batches that are taken back, of so many. */
    steps: number
    total: number
  }
}

export interface RejectReason {
  code: string
  field?: string
  column?: number
  values?: Record<string, string | number>
}
