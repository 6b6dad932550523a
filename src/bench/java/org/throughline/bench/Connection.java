package org.throughline.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** One keep-alive connection; does as little as it can, because it shares the processor with the server. */
final class Connection implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 300_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private byte[] body = new byte[16 * 1024];
    private int length;

    Connection(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 32 * 1024);
        out = socket.getOutputStream();
    }

    /**
     * Sends a request and reads the answer.
     *
     * @throws IOException when the answer is not HTTP 200 or lacks the marker
     */
    void exchange(byte[] request, byte[] marker) throws IOException {
        out.write(request);
        int status = readAnswer();
        if (status != 200 || !contains(marker)) {
            throw new IOException("unexpected answer: HTTP " + status + "\n" + text());
        }
    }

    /** The body of the last answer. */
    String text() {
        return new String(body, 0, length, StandardCharsets.UTF_8);
    }

    private int readAnswer() throws IOException {
        int status = Integer.parseInt(line().substring(9, 12));
        int announced = -1;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                announced = Integer.parseInt(lower.substring(15).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.endsWith("chunked");
            }
        }
        length = 0;
        if (chunked) {
            readChunks();
        } else if (announced >= 0) {
            read(announced);
        } else {
            throw new IOException("the answer has no length");
        }
        return status;
    }

    private void readChunks() throws IOException {
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            read(size);
            line();
        }
        line();
    }

    private void read(int count) throws IOException {
        if (body.length < length + count) {
            body = Arrays.copyOf(body, 2 * (length + count));
        }
        if (in.readNBytes(body, length, count) < count) {
            throw new IOException("the answer ends early");
        }
        length += count;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    private boolean contains(byte[] marker) {
        for (int start = 0; start <= length - marker.length; start++) {
            if (Arrays.equals(body, start, start + marker.length, marker, 0, marker.length)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
