package dev.seedance.mock.testkit;

/** The classes of {@link ParallelClassesTest}, which runs them; nobody else does. */
final class ParallelClasses {

  private ParallelClasses() {}

  static final class Class01 extends ParallelClass {}

  static final class Class02 extends ParallelClass {}

  static final class Class03 extends ParallelClass {}

  static final class Class04 extends ParallelClass {}

  static final class Class05 extends ParallelClass {}

  static final class Class06 extends ParallelClass {}

  static final class Class07 extends ParallelClass {}

  static final class Class08 extends ParallelClass {}

  static final class Class09 extends ParallelClass {}

  static final class Class10 extends ParallelClass {}

  static final class Class11 extends ParallelClass {}

  static final class Class12 extends ParallelClass {}

  static final class Class13 extends ParallelClass {}

  static final class Class14 extends ParallelClass {}

  static final class Class15 extends ParallelClass {}

  static final class Class16 extends ParallelClass {}

  static final class Class17 extends ParallelClass {}

  static final class Class18 extends ParallelClass {}

  static final class Class19 extends ParallelClass {}

  static final class Class20 extends ParallelClass {}

  static final class Class21 extends ParallelClass {}

  static final class Class22 extends ParallelClass {}

  static final class Class23 extends ParallelClass {}

  static final class Class24 extends ParallelClass {}

  static final class Class25 extends ParallelClass {}

  static final class Class26 extends ParallelClass {}

  static final class Class27 extends ParallelClass {}

  static final class Class28 extends ParallelClass {}

  static final class Class29 extends ParallelClass {}

  static final class Class30 extends ParallelClass {}

  static final class Class31 extends ParallelClass {}

  static final class Class32 extends ParallelClass {}

  static final class Class33 extends ParallelClass {}

  static final class Class34 extends ParallelClass {}

  static final class Class35 extends ParallelClass {}

  static final class Class36 extends ParallelClass {}

  static final class Class37 extends ParallelClass {}

  static final class Class38 extends ParallelClass {}

  static final class Class39 extends ParallelClass {}

  static final class Class40 extends ParallelClass {}

  static final class Class41 extends ParallelClass {}

  static final class Class42 extends ParallelClass {}

  static final class Class43 extends ParallelClass {}

  static final class Class44 extends ParallelClass {}

  static final class Class45 extends ParallelClass {}

  static final class Class46 extends ParallelClass {}

  static final class Class47 extends ParallelClass {}

  static final class Class48 extends ParallelClass {}

  static final class Class49 extends ParallelClass {}

  static final class Class50 extends ParallelClass {}

  static final class Class51 extends ParallelClass {}

  static final class Class52 extends ParallelClass {}

  static final class Class53 extends ParallelClass {}

  static final class Class54 extends ParallelClass {}

  static final class Class55 extends ParallelClass {}

  static final class Class56 extends ParallelClass {}

  static final class Class57 extends ParallelClass {}

  static final class Class58 extends ParallelClass {}

  static final class Class59 extends ParallelClass {}

  static final class Class60 extends ParallelClass {}
}
