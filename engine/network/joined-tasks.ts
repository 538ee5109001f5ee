import type { EnqueuedTask, EnqueuedTaskPromise, Meilisearch, Task } from 'meilisearch'

type Part = { client: Meilisearch; taskUid: number }
type Tasks = Meilisearch['tasks']

/**
 * What several engines do as one task: done when all have done it, failed when one has failed. Its number is
 * below zero, where no engine has one.
 */
export class JoinedTasks {
  readonly #engines: readonly Meilisearch[]
  readonly #own: Tasks
  readonly #parts = new Map<number, Part[]>()

  /** @param own the tasks of the first engine, whose numbers stay what they are */
  constructor(engines: readonly Meilisearch[], own: Tasks) {
    this.#engines = engines
    this.#own = own
  }

  /** Gives a task to each engine that has a part in it. Typed as the library's, without `waitTask`. */
  enqueue(
    give: (client: Meilisearch, engine: number) => Promise<EnqueuedTask> | null,
  ): EnqueuedTaskPromise {
    return this.#enqueued(give) as EnqueuedTaskPromise
  }

  /** In the place of the library's own. */
  asTaskClient(): Tasks {
    const own = this.#own
    const instead: Pick<Tasks, 'getTask' | 'getTasks'> = {
      getTask: (uid) => (uid < 0 ? this.#joined(uid) : own.getTask(uid)),
      getTasks: (query) => own.getTasks(query),
    }
    return instead as Tasks
  }

  async #enqueued(
    give: (client: Meilisearch, engine: number) => Promise<EnqueuedTask> | null,
  ): Promise<EnqueuedTask> {
    const given = this.#engines.map(async (client, engine) => {
      const task = await give(client, engine)
      return task === null ? null : { client, task }
    })
    const tasks = (await Promise.all(given)).filter((one) => one !== null)
    const [first] = tasks
    if (first === undefined) throw new Error('no engine has a part in this task')
    const taskUid = -1 - this.#parts.size
    this.#parts.set(
      taskUid,
      tasks.map(({ client, task }) => ({ client, taskUid: task.taskUid })),
    )
    return { ...first.task, taskUid }
  }

  /** The part that failed, else one that is not done, else the first. */
  async #joined(uid: number): Promise<Task> {
    const parts = this.#parts.get(uid) ?? []
    const tasks = await Promise.all(
      parts.map(({ client, taskUid }) => client.tasks.getTask(taskUid)),
    )
    const telling =
      tasks.find(({ status }) => status === 'failed' || status === 'canceled') ??
      tasks.find(({ status }) => status !== 'succeeded') ??
      tasks[0]
    if (telling === undefined) throw new Error(`there is no task ${uid}`)
    return telling
  }
}
