package org.throughline.erp.exports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** A file that docs/import.md describes, while it is written. */
final class CsvTable implements AutoCloseable {

    private final BufferedWriter writer;
    private final int columns;
    private long rows = -1;

    CsvTable(Path folder, String name, List<String> columns) {
        this.columns = columns.size();
        try {
            this.writer = Files.newBufferedWriter(folder.resolve(name + ".csv"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        add(columns.toArray());
    }

    /** @param values one for each column; null for none */
    void add(Object... values) {
        if (values.length != columns) {
            throw new IllegalArgumentException(values.length + " values for " + columns + " columns");
        }
        try {
            writer.write(CSVFormat.RFC4180.format(
                    Arrays.stream(values).map(CsvTable::text).toArray()));
            writer.newLine();
            rows++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many there are below the names of the columns. */
    long rows() {
        return rows;
    }

    private static Object text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value;
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
