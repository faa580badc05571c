package dev.seedance.mock.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTypeTest {

  @ParameterizedTest
  @CsvSource({
    "FFD8FFE1, image/jpeg",
    "89504E470D0A1A0A, image/png",
    "474946383961, image/gif",
    "524946460000000057454250, image/webp",
    "1A45DFA3A34286810142F7810142F2810442F381084282847765626D, video/webm",
    "000000206674797069736F6D, video/mp4",
    "000000206674797064617368, video/mp4",
    "0000001466747970717420200000, video/quicktime",
    "000000086D6F6F76, video/quicktime",
    "00000020667479704D344120, audio/mp4",
    "524946460000000057415645, audio/wav",
    "49443303, audio/mpeg",
    "FFFB9064, audio/mpeg",
    "FFF39064, audio/mpeg"
  })
  void tells_a_type_by_its_first_bytes(String head, String mimeType) {
    assertThat(FileType.of(HexFormat.of().parseHex(head)))
        .hasValueSatisfying(type -> assertThat(type.mimeType()).isEqualTo(mimeType));
  }

  @ParameterizedTest
  @CsvSource({
    "FF", // cut off
    "FFD8", // cut off
    "FFF15080", // AAC in ADTS, not MPEG layer III
    "52494646000000004156492000", // AVI
    "1A45DFA3A34286810142F7810142F2810442F381084282886D6174726F736B61", // Matroska
    "49492A00", // TIFF
    "3C7376673E", // SVG
    "25504446" // PDF
  })
  void knows_no_other_type(String head) {
    assertThat(FileType.of(HexFormat.of().parseHex(head))).isEmpty();
  }

  @Test
  void an_empty_file_has_no_type() {
    assertThat(FileType.of(new byte[0])).isEmpty();
  }
}
