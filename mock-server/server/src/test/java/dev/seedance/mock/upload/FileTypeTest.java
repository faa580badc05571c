package dev.seedance.mock.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
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
    "1A45DFA3A34286810142F7810142F2810442F381084282400477 65626D, video/webm",
    "000000206674797069736F6D, video/mp4",
    "000000206674797064617368, video/mp4",
    "0000001466747970717420200000, video/quicktime",
    "000000086D6F6F76, video/quicktime",
    "00000020667479704D344120, audio/mp4",
    "524946460000000057415645, audio/wav",
    "49443303, audio/mpeg",
    "49443304000000000002 0000 FFFB9064, audio/mpeg",
    "FFFB9064, audio/mpeg",
    "FFF39064, audio/mpeg"
  })
  void tells_a_type_by_its_first_bytes(String head, String mimeType) {
    assertThat(FileType.of(bytes(head))).extracting(FileType::mimeType).containsExactly(mimeType);
  }

  @ParameterizedTest
  @CsvSource({
    "FF", // cut off
    "FFD8", // cut off
    "FFF15080", // AAC in ADTS, not MPEG layer III
    "49443304000000000002 0000 FFF15080", // the same behind a tag
    "49443304000000000001 00 664C6143", // FLAC behind a tag
    "52494646000000004156492000", // AVI
    "1A45DFA3A34286810142F7810142F2810442F381084282886D6174726F736B61", // Matroska
    "1A45DFA3 EC84 7765626D 4282886D6174726F736B61", // Matroska with 'webm' in its padding
    "49492A00", // TIFF
    "3C7376673E", // SVG
    "25504446", // PDF
    "49742069732066726565", // "It is free": text with a box's type in the right place
    "00000004 6D6F6F76", // a box shorter than its header
    "00FFFFFF 6D646174" // a box longer than the file
  })
  void knows_no_other_type(String head) {
    assertThat(FileType.of(bytes(head))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "3gp4, isom, '', 'M4A,MP4'",
    "3gp5, 3gp4, vide soun, MP4",
    "3gp5, 3gp4, soun, M4A",
    "mp42, isom M4A, '', 'M4A,MP4'",
    "isom, M4A mp42, soun, M4A",
    "isom, mp41, soun, M4A",
    "M4V, M4A mp42 isom, soun vide, MP4",
    "M4V, M4A mp42 isom, vide, MP4",
    "M4A, mp42 isom, soun text vide, M4A", // an audio book with pictures of its chapters
    "M4B, '', soun, M4A",
    "iso6, dash, vide, MP4",
    "qt, '', vide, MOV",
    "heic, mif1 heic, '', HEIF",
    "mif1, heic miaf, '', HEIF",
    "avif, mif1, '', HEIF"
  })
  void tells_a_sound_from_a_film_by_brands_and_tracks(
      String brand, String compatible, String tracks, String types) {
    assertThat(FileType.of(Boxes.media(brand, compatible, tracks)))
        .extracting(FileType::name)
        .containsExactly(types.split(","));
  }

  @ParameterizedTest
  @CsvSource({"mdat", "free", "skip", "wide", "pnot", "moov"})
  void a_quicktime_movie_needs_no_brand(String first) {
    byte[] movie = Boxes.join(Boxes.box(first, new byte[7]), Boxes.moov("soun vide"));
    assertThat(FileType.of(movie)).containsExactly(FileType.MOV);
  }

  @Test
  void the_box_of_the_tracks_may_come_behind_one_with_a_long_size() {
    byte[] movie = Boxes.join(Boxes.large("mdat", new byte[9]), Boxes.moov("vide"));
    assertThat(FileType.of(movie)).containsExactly(FileType.MOV);
  }

  @Test
  void what_both_may_be_is_taken_by_both_endpoints() {
    byte[] phone = Boxes.media("3gp4", "", "");
    assertThat(UploadKind.AUDIO.check(phone)).isEqualTo(FileType.M4A);
    assertThat(UploadKind.VIDEO.check(phone)).isEqualTo(FileType.MP4);
  }

  @Property(tries = 500)
  void no_content_breaks_the_recognition(@ForAll @Size(max = 200) byte[] tail) {
    for (String head : List.of("", "00000010667479706D703432", "000000FF6D6F6F76", "494433")) {
      FileType.of(Boxes.join(bytes(head), tail));
    }
  }

  @Test
  void an_empty_file_has_no_type() {
    assertThat(FileType.of(new byte[0])).isEmpty();
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }
}
