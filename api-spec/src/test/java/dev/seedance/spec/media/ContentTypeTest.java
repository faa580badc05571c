package dev.seedance.spec.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTypeTest {

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
    "49443304000000000002 0000 FFFB9064, audio/mpeg",
    "FFFB9064, audio/mpeg",
    "FFF39064, audio/mpeg"
  })
  void tells_a_type_by_its_first_bytes(String head, String mimeType) {
    assertThat(ContentType.of(bytes(head)))
        .extracting(ContentType::mimeType)
        .containsExactly(mimeType);
  }

  @ParameterizedTest
  @CsvSource({
    "42 4D 46000000 0000 0000 36000000 28000000, BMP",
    "49492A00, TIFF",
    "4D4D002A, TIFF",
    "00000100 0100, ICO",
    "38425053 0001, PSD",
    "0000000C 4A584C20 0D0A870A, JPEG_XL",
    "0000000C 6A502020 0D0A870A, JPEG_2000",
    "3C7376673E, SVG",
    "3C3F786D6C 2076657273696F6E3D22312E30223F3E 0A 3C73766720, SVG",
    "52494646000000004156492000, AVI",
    "1A45DFA3A34286810142F7810142F2810442F381084282886D6174726F736B61, MATROSKA",
    "1A45DFA3 EC84 7765626D 4282886D6174726F736B61, MATROSKA", // with 'webm' in its padding
    "464C5601, FLV",
    "000001BA, MPEG_PS",
    "3026B2758E66CF11, WMV",
    "FFF15080, AAC", // in ADTS, not MPEG layer III
    "49443304000000000002 0000 FFF15080, AAC", // the same behind a tag
    "664C6143, FLAC",
    "49443304000000000001 00 664C6143, FLAC",
    "4F676753, OGG",
    "464F524D0000000041494646, AIFF",
    "2321414D52, AMR",
    "636166660001, CAF",
    "4D546864 00000006, MIDI",
    "0A3C21446F63545950452068746D6C3E, HTML",
    "255044462D, PDF"
  })
  void tells_types_that_the_provider_takes_from_nobody(String head, ContentType type) {
    assertThat(ContentType.of(bytes(head))).containsExactly(type);
  }

  @ParameterizedTest
  @CsvSource({
    "FF", // cut off
    "FFD8", // cut off
    "424D", // two letters are no bitmap
    "49742069732066726565", // "It is free": text with a box's type in the right place
    "00000004 6D6F6F76", // a box shorter than its header
    "00FFFFFF 6D646174" // a box longer than the file
  })
  void knows_no_other_type(String head) {
    assertThat(ContentType.of(bytes(head))).isEmpty();
  }

  @Test
  void what_follows_a_tag_that_is_cut_off_may_be_any_sound() {
    assertThat(ContentType.of(bytes("49443304000000 7F7F7F 00")))
        .containsExactly(ContentType.MP3, ContentType.AAC, ContentType.FLAC, ContentType.OGG);
  }

  @ParameterizedTest
  @CsvSource({
    "image/jpeg, JPEG",
    "image/jpg, JPEG",
    "IMAGE/PNG; charset=binary, PNG",
    "image/heic, HEIF",
    "audio/mp3, MP3",
    "audio/x-wav, WAV",
    "audio/mp4, M4A",
    "audio/x-m4a, M4A",
    "video/mp4, MP4"
  })
  void has_names_in_mime(String name, ContentType type) {
    assertThat(ContentType.named(name)).contains(type);
  }

  @Test
  void knows_no_other_names() {
    assertThat(ContentType.named("image/png2")).isEmpty();
    assertThat(ContentType.named("")).isEmpty();
  }

  @Test
  void half_of_the_tracks_do_not_tell_a_sound_from_a_film() {
    byte[] film = Boxes.media("3gp5", "3gp4", "soun vide");
    byte[] cut = Arrays.copyOf(film, film.length - 20);
    assertThat(ContentType.of(cut)).containsExactly(ContentType.M4A, ContentType.MP4);
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
    "mif1, avif miaf, '', AVIF",
    "avif, mif1, '', AVIF"
  })
  void tells_a_sound_from_a_film_by_brands_and_tracks(
      String brand, String compatible, String tracks, String types) {
    assertThat(ContentType.of(Boxes.media(brand, compatible, tracks)))
        .extracting(ContentType::name)
        .containsExactly(types.split(","));
  }

  @ParameterizedTest
  @CsvSource({"mdat", "free", "skip", "wide", "pnot", "moov"})
  void a_quicktime_movie_needs_no_brand(String first) {
    byte[] movie = Boxes.join(Boxes.box(first, new byte[7]), Boxes.moov("soun vide"));
    assertThat(ContentType.of(movie)).containsExactly(ContentType.MOV);
  }

  @Test
  void the_box_of_the_tracks_may_come_behind_one_with_a_long_size() {
    byte[] movie = Boxes.join(Boxes.large("mdat", new byte[9]), Boxes.moov("vide"));
    assertThat(ContentType.of(movie)).containsExactly(ContentType.MOV);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "00000010667479706D703432", "000000FF6D6F6F76", "494433"})
  void no_content_breaks_the_recognition(String head) {
    var random = new Random(17);
    for (int i = 0; i < 500; i++) {
      byte[] tail = new byte[random.nextInt(200)];
      random.nextBytes(tail);
      assertThat(ContentType.of(Boxes.join(bytes(head), tail))).doesNotContainNull();
    }
  }

  @Test
  void an_empty_file_has_no_type() {
    assertThat(ContentType.of(new byte[0])).isEmpty();
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }
}
