package org.throughline.erp.exports;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the files go, and how many rows came into each of them. */
final class ExportFolder {

    private final Path folder;
    private final Map<String, Long> counts = new LinkedHashMap<>();

    ExportFolder(Path folder) {
        this.folder = folder;
    }

    /** @param columns separated by spaces */
    CsvTable table(String name, String columns) {
        return new CsvTable(folder, name, List.of(columns.split(" ")));
    }

    void count(String name, CsvTable table) {
        counts.put(name, table.rows());
    }

    void leftOut(String name, long rows) {
        if (rows > 0) {
            counts.put(name + " left out", rows);
        }
    }

    Map<String, Long> counts() {
        return counts;
    }
}
