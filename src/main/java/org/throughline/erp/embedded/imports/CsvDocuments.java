package org.throughline.erp.embedded.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Reads documents from a file of heads and a file of lines side by side. The lines stand in the order of their heads; a
 * line that belongs nowhere is noted and passed over.
 */
final class CsvDocuments {

    private final CsvFile lines;
    private final String key;
    /** Where each document stands in the file of heads, so that lines that belong to no head do not end the reading. */
    private final Map<String, Integer> places;

    private Row waiting;

    private CsvDocuments(CsvFile lines, String key, Map<String, Integer> places) {
        this.lines = lines;
        this.key = key;
        this.places = places;
    }

    /**
     * @param id the heads' column with their id
     * @param key the lines' column with the head's id
     * @param documents takes a head with at least one line; rows may be invalid
     */
    static void read(
            Path heads,
            String id,
            String[] headColumns,
            Path lines,
            String key,
            String[] lineColumns,
            Problems problems,
            BiConsumer<Row, List<Row>> documents) {
        Map<String, Integer> places = places(heads, id, headColumns);
        try (CsvFile headFile = CsvFile.open(heads, problems, headColumns);
                CsvFile lineFile = CsvFile.open(lines, problems, lineColumns)) {
            CsvDocuments reading = new CsvDocuments(lineFile, key, places);
            int place = 0;
            while (headFile.hasNext()) {
                Row head = headFile.next();
                String own = head.required(id, 60);
                if (places.getOrDefault(own, -1) != place++) {
                    head.reject(id + " occurs twice or is empty");
                    continue;
                }
                List<Row> ownLines = reading.linesOf(own, place - 1);
                if (ownLines.isEmpty()) {
                    head.reject("has no lines in " + lines.getFileName());
                } else {
                    documents.accept(head, ownLines);
                }
            }
            reading.passOverAll();
        }
    }

    private static Map<String, Integer> places(Path heads, String idColumn, String[] columns) {
        Map<String, Integer> places = new HashMap<>();
        try (CsvFile file = CsvFile.open(heads, new Problems(), columns)) {
            for (int place = 0; file.hasNext(); place++) {
                String id = file.next().optional(idColumn);
                if (id != null) {
                    places.putIfAbsent(id, place);
                }
            }
        }
        return places;
    }

    private List<Row> linesOf(String id, int place) {
        List<Row> own = new ArrayList<>();
        while (advance()) {
            String owner = waiting.optional(key);
            if (id.equals(owner)) {
                own.add(waiting);
            } else if (places.getOrDefault(owner, -1) > place) {
                return own;
            } else {
                rejectStray(owner);
            }
            waiting = null;
        }
        return own;
    }

    private void rejectStray(String owner) {
        waiting.reject(
                places.containsKey(owner)
                        ? "the lines do not stand in the order of their documents, or the document occurs twice"
                        : key + " is not the id of a document");
    }

    private void passOverAll() {
        while (advance()) {
            rejectStray(waiting.optional(key));
            waiting = null;
        }
    }

    private boolean advance() {
        if (waiting == null && lines.hasNext()) {
            waiting = lines.next();
        }
        return waiting != null;
    }
}
