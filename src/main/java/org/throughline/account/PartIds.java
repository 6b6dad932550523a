package org.throughline.account;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.Remedy;
import org.throughline.shared.Violations;

/** Numbers the parts of an account: 1, 2, 3 ..., never one again that a part of the account has. */
final class PartIds {

    private PartIds() {}

    /** Gives each part that has no id the next one. */
    static <T> List<T> complete(List<T> parts, Function<T, String> id, BiFunction<T, String, T> withId) {
        long last =
                parts.stream().mapToLong(part -> number(id.apply(part))).max().orElse(0);
        List<T> complete = new ArrayList<>();
        for (T part : parts) {
            complete.add(id.apply(part) == null ? withId.apply(part, Long.toString(++last)) : part);
        }
        return complete;
    }

    /** Replaces parts that have the id of a given one, adds those without, and takes the removed ones away. */
    static <T> List<T> changed(List<T> present, List<T> given, List<String> removed, Function<T, String> id) {
        List<T> changed = new ArrayList<>();
        for (T part : present) {
            if (!removed.contains(id.apply(part))) {
                changed.add(given.stream()
                        .filter(other -> id.apply(part).equals(id.apply(other)))
                        .findFirst()
                        .orElse(part));
            }
        }
        given.stream().filter(part -> id.apply(part) == null).forEach(changed::add);
        return changed;
    }

    /** Notes each id that is not there. */
    static void require(Collection<String> present, List<String> ids, String path, Violations violations) {
        for (int i = 0; i < ids.size(); i++) {
            if (ids.get(i) != null && !present.contains(ids.get(i))) {
                violations.add(ErrorCode.INVALID_VALUE
                        .at(path.formatted(i), "The account has none of this id.")
                        .withRemedy(Remedy.oneOf("Give the id of one that the account has.", List.copyOf(present))));
            }
        }
    }

    private static long number(String id) {
        return id != null && id.matches("[0-9]{1,15}") ? Long.parseLong(id) : 0;
    }
}
