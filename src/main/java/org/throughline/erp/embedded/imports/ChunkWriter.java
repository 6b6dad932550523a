package org.throughline.erp.embedded.imports;

import java.sql.ResultSetMetaData;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.database.KeyBatches;
import org.throughline.erp.embedded.rows.RowBatch;

/** Writes one chunk within the current transaction, leaving what is there already as it is. */
final class ChunkWriter {

    private final JdbcTemplate erp;
    private final JdbcClient client;
    private final Fulfilment fulfilment;

    ChunkWriter(DataSource erp) {
        this.erp = new JdbcTemplate(erp);
        this.client = JdbcClient.create(this.erp);
        this.fulfilment = new Fulfilment(this.erp);
    }

    /** @return how many were written */
    int write(List<Importable> chunk) {
        RowBatch rows = new RowBatch();
        Set<String> fulfilled = new TreeSet<>();
        List<Importable> fresh = fresh(chunk);
        for (Importable thing : fresh) {
            thing.rows().accept(rows);
            fulfilled.addAll(thing.fulfilled());
        }
        erp.execute((java.sql.Connection connection) -> {
            rows.insertInto(connection);
            return null;
        });
        fulfilment.refresh(fulfilled);
        return fresh.size();
    }

    private List<Importable> fresh(List<Importable> chunk) {
        List<Importable> fresh = new ArrayList<>();
        Set<Kind> kinds = chunk.stream().map(Importable::kind).collect(Collectors.toSet());
        Set<String> present = new HashSet<>();
        for (Kind kind : kinds) {
            List<String> lookups = chunk.stream()
                    .filter(thing -> thing.kind() == kind)
                    .map(Importable::lookup)
                    .toList();
            present(kind, lookups).forEach(key -> present.add(kind + key));
        }
        for (Importable thing : chunk) {
            if (present.add(thing.kind() + thing.key())) {
                fresh.add(thing);
            }
        }
        return fresh;
    }

    private List<String> present(Kind kind, Collection<String> lookups) {
        return KeyBatches.read(lookups, keys -> client.sql(kind.lookup() + marks(keys.size()))
                .params(keys)
                .query((row, number) -> {
                    ResultSetMetaData columns = row.getMetaData();
                    if (kind.isSimple()) {
                        return row.getString(1);
                    }
                    Object[] parts = new Object[columns.getColumnCount()];
                    for (int i = 0; i < parts.length; i++) {
                        parts[i] = row.getObject(i + 1);
                    }
                    return Importable.key(parts);
                })
                .list());
    }

    private static String marks(int count) {
        return "(" + "?, ".repeat(count - 1) + "?)";
    }
}
