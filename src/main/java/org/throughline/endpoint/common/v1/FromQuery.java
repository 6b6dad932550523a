package org.throughline.endpoint.common.v1;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a request type as the parameter of a GET method: it is filled from the query parameters, named like its fields
 * (paging.size, account.id), and checked against the contract.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface FromQuery {

    /** Which fields the path's variables fill, each as variable=field: {@code id=account.id}. */
    String[] path() default {};
}
