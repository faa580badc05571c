package dev.seedance.spec.cli;

import dev.seedance.spec.text.ByteSize;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads sizes such as {@code 64MiB}. */
public final class SizeConverter implements ITypeConverter<Long> {

  /**
   * Reads a size in bytes.
   *
   * @throws TypeConversionException if the text is no size; the message shows the forms
   */
  @Override
  public Long convert(String value) {
    try {
      return ByteSize.parse(value);
    } catch (NumberFormatException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
