package org.throughline.history;

/** A contract with a line that names an item, whether or not it holds on some day. */
public record CoveringContract(ServiceContract contract, Coverage coverage) {}
