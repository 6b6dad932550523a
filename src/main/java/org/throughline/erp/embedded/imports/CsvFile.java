package org.throughline.erp.embedded.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file with a header line, read row by row and never as a whole; unpacked when its name ends with .gz. */
final class CsvFile implements Iterator<Row>, AutoCloseable {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setAllowMissingColumnNames(false)
            .get();

    private final String name;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Problems problems;

    private CsvFile(String name, CSVParser parser, Problems problems) {
        this.name = name;
        this.parser = parser;
        this.records = parser.iterator();
        this.problems = problems;
    }

    /** @throws ImportFailure when the file is missing, is no CSV or lacks a column */
    static CsvFile open(Path path, Charset charset, Problems problems, String... columns) {
        String name = path.getFileName().toString();
        try {
            return of(name, reader(path, charset), problems, columns);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /** @throws ImportFailure when it is no CSV or lacks a column */
    static CsvFile of(String name, Reader csv, Problems problems, String... columns) {
        try {
            CSVParser parser = FORMAT.parse(csv);
            for (String column : columns) {
                if (!parser.getHeaderMap().containsKey(column)) {
                    parser.close();
                    throw new ImportFailure(name + " has no column \"" + column + "\" in its first line.");
                }
            }
            return new CsvFile(name, parser, problems);
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(name, e);
        }
    }

    private static ImportFailure unreadable(String name, Exception cause) {
        return new ImportFailure(name + " cannot be read: it is missing or not a CSV file with a header line.", cause);
    }

    static CsvFile open(Path path, Problems problems, String... columns) {
        return open(path, StandardCharsets.UTF_8, problems, columns);
    }

    /** A byte order mark, as spreadsheets write it, is skipped. */
    private static Reader reader(Path path, Charset charset) throws IOException {
        InputStream file = new java.io.BufferedInputStream(Files.newInputStream(path));
        InputStream bytes = path.toString().endsWith(".gz") ? new GZIPInputStream(file) : file;
        Reader reader = new java.io.BufferedReader(new InputStreamReader(bytes, charset.newDecoder()));
        reader.mark(1);
        if (reader.read() != '\ufeff') {
            reader.reset();
        }
        return reader;
    }

    @Override
    public boolean hasNext() {
        try {
            return records.hasNext();
        } catch (UncheckedIOException | IllegalStateException e) {
            throw broken(e);
        }
    }

    @Override
    public Row next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        try {
            CSVRecord cells = records.next();
            Row row = new Row(name, parser.getCurrentLineNumber(), cells, problems);
            if (!cells.isConsistent()) {
                row.reject("the row has " + cells.size() + " columns, the first line has "
                        + parser.getHeaderMap().size());
            }
            return row;
        } catch (UncheckedIOException | IllegalStateException e) {
            throw broken(e);
        }
    }

    private ImportFailure broken(RuntimeException cause) {
        return new ImportFailure(name + " cannot be read on after line " + parser.getCurrentLineNumber() + ".", cause);
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
