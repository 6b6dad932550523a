package org.throughline.shared;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is wrong with a request.
 *
 * @param path the element of the request, such as line[2].quantity (the first is [0]); empty when none is to blame
 * @param message for people, in English; must not repeat what the caller sent
 * @param difference what was promised and what it would be now; null unless a promise cannot be kept
 */
public record Violation(ErrorCode code, String path, String message, Remedy remedy, Difference difference) {

    public Violation {
        requireNonNull(code, "code");
        requireNonNull(path, "path");
        requireNonNull(message, "message");
        requireNonNull(remedy, "remedy");
    }

    public Violation(ErrorCode code, String path, String message, Remedy remedy) {
        this(code, path, message, remedy, null);
    }

    public Violation withRemedy(Remedy better) {
        return new Violation(code, path, message, better, difference);
    }

    public Violation withDifference(String promised, String now) {
        return new Violation(code, path, message, remedy, new Difference(promised, now));
    }

    /** The same, said about another element. */
    public Violation at(String otherPath) {
        return new Violation(code, otherPath, message, remedy, difference);
    }
}
