package org.throughline.endpoint.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;

/**
 * A body that fails when it is too large or too slow; time counts only while the caller is waited for. What is left of a body that is too large is still taken from the
 * caller, up to a point, because most clients do not read an answer before they have sent everything.
 */
final class BoundedBody extends ServletInputStream {

    /** How many times the limit is read and thrown away. */
    private static final int PATIENCE = 4;

    private final ServletInputStream body;
    private final BodyLimits limits;
    private long waited;
    private final byte[] waste = new byte[8192];
    private long count;
    private boolean ended;

    BoundedBody(ServletInputStream body, BodyLimits limits) {
        this.body = body;
        this.limits = limits;
    }

    /** @throws ServiceFault MESSAGE_TOO_LARGE, MESSAGE_TOO_SLOW or, when the caller goes away, MALFORMED_MESSAGE */
    @Override
    public int read(byte[] buffer, int offset, int length) {
        int read = readSome(buffer, offset, length);
        if (count > limits.bytes()) {
            drain();
            throw new ServiceFault(ErrorCode.MESSAGE_TOO_LARGE.at(""));
        }
        return read;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** Takes the rest of the body from the caller and forgets it. */
    void drain() {
        while (!ended && count < PATIENCE * limits.bytes()) {
            readSome(waste, 0, waste.length);
        }
    }

    private int readSome(byte[] buffer, int offset, int length) {
        if (waited > limits.time().toNanos()) {
            throw new ServiceFault(ErrorCode.MESSAGE_TOO_SLOW.at(""));
        }
        long begin = System.nanoTime();
        try {
            int read = body.read(buffer, offset, length);
            count += Math.max(read, 0);
            ended |= read < 0;
            return read;
        } catch (SocketTimeoutException e) {
            throw new ServiceFault(ErrorCode.MESSAGE_TOO_SLOW.at(""), e);
        } catch (IOException e) {
            throw new ServiceFault(ErrorCode.MALFORMED_MESSAGE.at("", "The body could not be read to its end."), e);
        } finally {
            waited += System.nanoTime() - begin;
        }
    }

    @Override
    public int available() throws IOException {
        return body.available();
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("bodies are read by the thread that answers");
    }
}
