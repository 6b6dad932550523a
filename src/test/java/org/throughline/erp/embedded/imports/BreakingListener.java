package org.throughline.erp.embedded.imports;

/** Ends an import after some chunks, as a kill would. */
final class BreakingListener implements ImportListener {

    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private int chunks;

    BreakingListener(int chunks) {
        this.chunks = chunks;
    }

    @Override
    public void stepStarted(String step, long total) {}

    @Override
    public void chunkWritten(String step, long position, long total) {
        if (position > 0 && --chunks == 0) {
            throw new Broken();
        }
    }

    @Override
    public void stepFinished(String step) {}
}
