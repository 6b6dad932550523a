package org.throughline.erp.embedded.imports;

/** Learns how an import goes on, to show it. */
public interface ImportListener {

    /** @param total how many things the step writes */
    void stepStarted(String step, long total);

    /** A chunk is committed. */
    void chunkWritten(String step, long position, long total);

    void stepFinished(String step);

    /** Shows nothing. */
    ImportListener SILENT = new ImportListener() {
        @Override
        public void stepStarted(String step, long total) {}

        @Override
        public void chunkWritten(String step, long position, long total) {}

        @Override
        public void stepFinished(String step) {}
    };
}
