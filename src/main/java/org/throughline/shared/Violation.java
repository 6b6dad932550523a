package org.throughline.shared;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is wrong with a request.
 *
 * @param path the element of the request, such as line[2].quantity (the first is [0]); empty when none is to blame
 * @param message for people, in English; must not repeat what the caller sent
 */
public record Violation(ErrorCode code, String path, String message, Remedy remedy) {

    public Violation {
        requireNonNull(code, "code");
        requireNonNull(path, "path");
        requireNonNull(message, "message");
        requireNonNull(remedy, "remedy");
    }

    public Violation withRemedy(Remedy better) {
        return new Violation(code, path, message, better);
    }
}
