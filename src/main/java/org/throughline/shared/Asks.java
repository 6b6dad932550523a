package org.throughline.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method of an ERP's port that changes nothing, although it takes no {@link MaxAge}: only what holds now is of any
 * use. Every other method without a {@link MaxAge} may change something in the ERP, so that a lost answer to it leaves
 * open whether it did.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Asks {}
