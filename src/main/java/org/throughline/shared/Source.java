package org.throughline.shared;

/** Where an answer comes from; in the order of falling trust. */
public enum Source {
    LIVE,
    CACHED,
    DEGRADED
}
