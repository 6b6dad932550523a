package org.throughline.erp.embedded.imports;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports a data set. What the ERP holds already under the same id stays as it is. An import that was broken off goes on
 * where it was when it is run again with the same files.
 */
public final class Importer {

    /** Things in a chunk, which is one transaction. */
    static final int CHUNK = 200;

    private final DataSource erp;
    private final Clock clock;
    private final ImportListener listener;

    public Importer(DataSource erp, Clock clock, ImportListener listener) {
        this.erp = erp;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * Checks everything, then writes it.
     *
     * @param from the directory with the files
     * @param skipWrongRows whether what is right is imported when something else is wrong
     * @throws ImportFailure when files are missing or cannot be read
     */
    public ImportReport run(ImportFormat format, Path from, boolean skipWrongRows) {
        String importId = ImportId.of(format, format.files(from), skipWrongRows);
        ImportProgress progress = new ImportProgress(JdbcClient.create(erp), clock, importId);
        Check check = check(format, from);
        if (check.problems().count() > 0 && !skipWrongRows) {
            return check.report(ImportReport.Outcome.REFUSED, Map.of());
        }
        List<ImportStep> steps =
                format.plan(from, JdbcClient.create(erp), clock).steps();
        if (steps.stream().allMatch(step -> progress.isFinished(step.name()))) {
            return check.report(ImportReport.Outcome.ALREADY_IMPORTED, Map.of());
        }
        Map<String, Long> written = new LinkedHashMap<>();
        for (ImportStep step : steps) {
            long total = check.right().get(step.name());
            listener.stepStarted(step.name(), total);
            written.put(step.name(), new Step(step.name(), total, progress).write(step));
            listener.stepFinished(step.name());
        }
        return check.report(ImportReport.Outcome.IMPORTED, written);
    }

    private record Check(Map<String, Long> right, Problems problems, Map<String, Long> sourceRows) {

        ImportReport report(ImportReport.Outcome outcome, Map<String, Long> written) {
            return new ImportReport(outcome, right, written, problems.count(), problems.kept(), sourceRows);
        }
    }

    private Check check(ImportFormat format, Path from) {
        ImportPlan plan = format.plan(from, JdbcClient.create(erp), clock);
        Problems problems = new Problems();
        Map<String, Long> right = new LinkedHashMap<>();
        for (ImportStep step : plan.steps()) {
            long[] count = new long[1];
            step.read(thing -> count[0]++, problems);
            right.put(step.name(), count[0]);
        }
        return new Check(right, problems, plan.account());
    }

    /** Writes one step, chunk by chunk. */
    private final class Step {

        private final String name;
        private final long total;
        private final ImportProgress progress;
        private final ChunkWriter writer = new ChunkWriter(erp);
        private final TransactionTemplate transactions = new TransactionTemplate(new DataSourceTransactionManager(erp));
        private final List<Importable> chunk = new ArrayList<>();
        private long position;
        private long toSkip;
        private long written;

        Step(String name, long total, ImportProgress progress) {
            this.name = name;
            this.total = total;
            this.progress = progress;
        }

        /** The step is read through even when it is finished, because later steps refer to it. */
        long write(ImportStep step) {
            position = progress.position(name);
            toSkip = position;
            boolean finished = progress.isFinished(name);
            step.read(this::take, new Problems());
            if (!finished) {
                commit(true);
            }
            return written;
        }

        private void take(Importable thing) {
            if (toSkip > 0) {
                toSkip--;
                return;
            }
            chunk.add(thing);
            if (chunk.size() == CHUNK) {
                commit(false);
            }
        }

        private void commit(boolean finished) {
            long end = position + chunk.size();
            transactions.executeWithoutResult(status -> {
                written += writer.write(chunk);
                progress.advance(name, position, end, finished);
            });
            position = end;
            chunk.clear();
            listener.chunkWritten(name, position, total);
        }
    }
}
