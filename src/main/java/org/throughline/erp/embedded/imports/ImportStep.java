package org.throughline.erp.embedded.imports;

import java.util.function.Consumer;

/** One kind of things in an import; the steps of an import run one after the other. */
interface ImportStep {

    /** Names the step in messages and in the table of progress. */
    String name();

    /**
     * Reads everything from the start and hands over what is right, always in the same order. What is wrong is noted and
     * left out.
     */
    void read(Consumer<Importable> sink, Problems problems);

    static ImportStep of(String name, Reading reading) {
        return new ImportStep() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void read(Consumer<Importable> sink, Problems problems) {
                reading.read(sink, problems);
            }
        };
    }

    /** The body of {@link ImportStep#read}. */
    interface Reading {
        void read(Consumer<Importable> sink, Problems problems);
    }
}
