package org.throughline.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a port of an ERP whose changes may take as long as they need: whoever makes them does not let a caller wait for
 * their end, and asks the ERP afterwards what it has done.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Unhurried {}
