package org.throughline.stock;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * Which items are wanted; all conditions that are given must hold.
 *
 * @param text beginnings of words, separated by blanks, that must all occur in the id or description; case does
 *     not count
 * @param idPrefix what the id starts with; case counts
 * @param group the item group; case counts
 * @param changedSince the earliest change
 */
public record ItemFilter(
        Optional<String> text, Optional<String> idPrefix, Optional<String> group, Optional<Instant> changedSince) {

    public static final ItemFilter ALL =
            new ItemFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public ItemFilter {
        requireNonNull(text, "text");
        requireNonNull(idPrefix, "idPrefix");
        requireNonNull(group, "group");
        requireNonNull(changedSince, "changedSince");
    }
}
