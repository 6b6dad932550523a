package org.throughline.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.UtcTimestamp;
import org.throughline.pricing.Answers;
import org.throughline.pricing.KeptAnswer;
import org.throughline.shared.AnswerId;

/**
 * Answers in our own database. Those of a fraction of a second are one batch, written as one row by a thread of their own.
 * When the database does not keep up, answers are not kept: none waits for it.
 */
public final class JdbcAnswers implements Answers, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcAnswers.class);

    /** A batch is closed at so many answers or lines, or after so long. */
    private static final int BATCH_ANSWERS = 512;

    private static final int BATCH_LINES = 10_000;
    private static final Duration BATCH_TIME = Duration.ofMillis(200);

    /** So many lines wait at most: less than a hundred megabytes. */
    private static final int WAITING_LINES = 30_000;

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration CLEANING = Duration.ofHours(1);

    private static final String INSERT =
            "insert into answer_batch (id, given_at, answers, content) values (?, ?, ?, ?)";
    private static final String SELECT = "select answers, content from answer_batch where id = ?";
    private static final String DELETE = "delete from answer_batch where given_at < ?";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration retention;
    private final Thread writer;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition work = lock.newCondition();
    private final Deque<AnswerBatch> full = new ArrayDeque<>();
    private AnswerBatch current = new AnswerBatch();
    private AnswerBatch writing;
    private int waitingLines;
    private long lost;
    private boolean closed;
    private long cleanedAt = System.nanoTime() - CLEANING.toNanos();

    /** @param retention how long answers are kept; above zero */
    public JdbcAnswers(JdbcClient jdbc, Clock clock, Duration retention) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.retention = retention;
        this.writer = new Thread(this::write, "answers");
        writer.setDaemon(true);
        writer.start();
    }

    @Override
    public Optional<AnswerId> keep(Kind kind, int weight, Supplier<byte[]> message) {
        Instant now = clock.instant();
        lock.lock();
        try {
            return add(kind, now, weight, message);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<KeptAnswer> find(AnswerId id) {
        if (!AnswerBatch.isId(id)) {
            return Optional.empty();
        }
        return findWaiting(id).or(() -> findWritten(id)).filter(this::isKept);
    }

    private Optional<KeptAnswer> findWritten(AnswerId id) {
        return jdbc.sql(SELECT)
                .param(AnswerBatch.batchOf(id))
                .query((row, number) -> AnswerBatch.read(row.getBytes("content"), row.getInt("answers"), id))
                .optional()
                .flatMap(found -> found);
    }

    /** How many answers could not be kept since the start, because the database did not keep up. */
    public long lost() {
        lock.lock();
        try {
            return lost;
        } finally {
            lock.unlock();
        }
    }

    /** Writes what waits. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            work.signal();
        } finally {
            lock.unlock();
        }
        try {
            writer.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<AnswerId> add(Kind kind, Instant now, int weight, Supplier<byte[]> message) {
        if (closed || waitingLines + weight > WAITING_LINES && waitingLines > 0) {
            lost++;
            return Optional.empty();
        }
        AnswerId id = current.add(kind, now, weight, message);
        waitingLines += weight;
        if (current.size() == 1) {
            work.signal();
        }
        if (current.size() >= BATCH_ANSWERS || current.weight() >= BATCH_LINES) {
            closeBatch();
            work.signal();
        }
        return Optional.of(id);
    }

    private void closeBatch() {
        if (current.size() > 0) {
            full.add(current);
            current = new AnswerBatch();
        }
    }

    private Optional<KeptAnswer> findWaiting(AnswerId id) {
        lock.lock();
        try {
            return Stream.of(full.stream(), Stream.of(current), Stream.ofNullable(writing))
                    .flatMap(batches -> batches)
                    .flatMap(batch -> batch.get(id).stream())
                    .findFirst();
        } finally {
            lock.unlock();
        }
    }

    private boolean isKept(KeptAnswer answer) {
        return !answer.givenAt().isBefore(clock.instant().minus(retention));
    }

    private void write() {
        try {
            for (Optional<AnswerBatch> batch = next(); batch.isPresent(); batch = next()) {
                insertPatiently(batch.get());
                clean();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until a batch is full or old enough; empty when all is written after the close. */
    private Optional<AnswerBatch> next() throws InterruptedException {
        lock.lock();
        try {
            long left = BATCH_TIME.toNanos();
            while (full.isEmpty() && !closed && left > 0) {
                if (current.size() == 0) {
                    work.await();
                } else {
                    left = work.awaitNanos(left);
                }
            }
            if (full.isEmpty()) {
                closeBatch();
            }
            writing = full.poll();
            return Optional.ofNullable(writing);
        } finally {
            lock.unlock();
        }
    }

    /** Tries until it succeeds or the service ends: what comes meanwhile is refused when there is no more room for it. */
    private void insertPatiently(AnswerBatch batch) throws InterruptedException {
        for (int attempt = 0; !insert(batch) && !isClosed(); attempt++) {
            TimeUnit.MILLISECONDS.sleep(Math.min(5_000, 200L << Math.min(attempt, 5)));
        }
        lock.lock();
        try {
            writing = null;
            waitingLines -= batch.weight();
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private boolean insert(AnswerBatch batch) {
        try {
            jdbc.sql(INSERT)
                    .params(batch.id(), UtcTimestamp.of(batch.firstGivenAt()), batch.size(), batch.compressed())
                    .update();
            return true;
        } catch (DataAccessException e) {
            LOG.warn("answers could not be written; they are tried again", e);
            return false;
        } catch (RuntimeException e) {
            LOG.error("answers cannot be written in their form; they are lost", e);
            return true;
        }
    }

    private void clean() {
        if (System.nanoTime() - cleanedAt < CLEANING.toNanos()) {
            return;
        }
        cleanedAt = System.nanoTime();
        try {
            jdbc.sql(DELETE)
                    .param(UtcTimestamp.of(clock.instant().minus(retention)))
                    .update();
        } catch (DataAccessException e) {
            LOG.warn("old answers could not be removed; it is tried again later", e);
        }
    }
}
