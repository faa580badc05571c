package dev.seedance.mock.media;

import java.util.List;
import java.util.Locale;

/**
 * The picture of a video: a badge that says MOCK, the title and its lines, and three moving parts:
 * a time code, a percentage and a progress bar.
 *
 * <p>All lengths are in tiles. Immutable; the caller's raster holds the picture.
 */
final class Scene {

  private final VideoSpec spec;
  private final int width;
  private final int height;
  private final int margin;
  private final int scale;
  private final int barTop;
  private final int barWidth;
  private final int barHeight;
  private final int clockTop;
  private final int clockScale;
  private final int percentLeft;

  Scene(VideoSpec spec) {
    this.spec = spec;
    width = spec.size().width() / Raster.TILE;
    height = spec.size().height() / Raster.TILE;
    int side = Math.min(width, height);
    margin = Raster.MACROBLOCK * Math.max(1, side / 54);
    scale = Math.max(1, side / 130);
    barHeight = Raster.MACROBLOCK * (scale + 1);
    barWidth = alignDown(width - margin) - margin;
    barTop = alignDown(height - margin - barHeight);
    clockScale =
        Lettering.fit(clock(0) + " 100%", width - 2 * margin, 1, side < 150 ? 2 : 2 * scale + 1);
    percentLeft = margin + barWidth - Lettering.width("100%", clockScale);
    clockTop = barTop - clockScale * Glyphs.CAP_HEIGHT - 4 * scale;
  }

  /** Makes a raster with all that does not move. */
  Raster still() {
    Raster raster = new Raster(spec.size());
    int top = drawBadge(raster);
    drawWords(raster, top);
    return raster;
  }

  /** Paints the moving parts of a frame on a still raster. */
  void paint(Raster raster, int frame) {
    Lettering.draw(raster, clock(frame), margin, clockTop, clockScale, Palette.TEXT);
    Lettering.draw(raster, percent(frame), percentLeft, clockTop, clockScale, Palette.TEXT);
    paintBar(raster, frame, 0, barWidth);
  }

  /** Paints a frame over the frame before. */
  void advance(Raster raster, int frame) {
    replace(raster, clock(frame - 1), clock(frame), margin);
    replace(raster, percent(frame - 1), percent(frame), percentLeft);
    paintBar(raster, frame, head(frame - 1), full(frame));
  }

  /** Paints the letters of {@code text} that differ from {@code shown}, which is as long. */
  private void replace(Raster raster, String shown, String text, int left) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != shown.charAt(i)) {
        String letter = text.substring(i, i + 1);
        int x = left + i * Glyphs.ADVANCE * clockScale;
        Lettering.draw(raster, letter, x, clockTop, clockScale, Palette.TEXT);
      }
    }
  }

  private String percent(int frame) {
    return String.format(Locale.ROOT, "%3d%%", 100 * (frame + 1) / spec.frames());
  }

  /** Writes minutes, seconds and frames; the same in every locale, as the file must be. */
  private static String clock(int frame) {
    int second = frame / VideoSpec.FRAMES_PER_SECOND;
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d",
        second / 60,
        second % 60,
        frame % VideoSpec.FRAMES_PER_SECOND);
  }

  private int drawBadge(Raster raster) {
    String word = "MOCK";
    int badgeWidth = alignUp(Lettering.width(word, scale) + 4 * scale);
    int badgeHeight = alignUp((Glyphs.CAP_HEIGHT + 4) * scale);
    int wordLeft = margin + (badgeWidth - Lettering.width(word, scale)) / 2;
    int wordTop = margin + (badgeHeight - Glyphs.CAP_HEIGHT * scale) / 2;
    raster.fill(margin, margin, badgeWidth, badgeHeight, Palette.BADGE);
    Lettering.draw(raster, word, wordLeft, wordTop, scale, Palette.BADGE_TEXT, Palette.BADGE);
    String origin = "seedance-toolkit";
    int originLeft = margin + badgeWidth + 4 * scale;
    if (originLeft + Lettering.width(origin, scale) <= width - margin) {
      Lettering.draw(raster, origin, originLeft, wordTop, scale, Palette.SOFT_TEXT);
    }
    return margin + badgeHeight + 2 * scale;
  }

  /** Centres title and lines between badge and time code, and leaves out lines without room. */
  private void drawWords(Raster raster, int top) {
    int bottom = clockTop - 2 * scale;
    int room = width - 2 * margin;
    int titleScale = titleScale(room);
    int lineScale = Math.min(scale, titleScale);
    List<String> title = Lettering.wrap(spec.title(), room, titleScale);
    List<String> lines =
        spec.lines().stream()
            .flatMap(line -> Lettering.wrap(line, room, lineScale).stream())
            .toList();
    int gap = 3 * scale;
    int total = (title.size() * titleScale + lines.size() * lineScale) * Glyphs.LEADING + gap;
    int y = top + Math.max(0, (bottom - top - total) / 2);
    y = drawLines(raster, title, y, bottom, titleScale, Palette.TEXT);
    drawLines(raster, lines, y + gap, bottom, lineScale, Palette.SOFT_TEXT);
  }

  /** Fits the title into one line, if it has room at the usual scale, else into two or three. */
  private int titleScale(int room) {
    int most = 3 * scale;
    int oneLine = Lettering.fit(spec.title(), room, 1, most);
    boolean fits = Lettering.width(spec.title(), scale) <= room;
    return fits ? oneLine : Lettering.fit(spec.title(), room, height > width ? 3 : 2, most);
  }

  private int drawLines(
      Raster raster, List<String> lines, int top, int bottom, int size, byte colour) {
    int y = top;
    for (String line : lines) {
      if (y + Glyphs.HEIGHT * size <= bottom) {
        Lettering.draw(raster, line, margin, y, size, colour);
      }
      y += Glyphs.LEADING * size;
    }
    return y;
  }

  private void paintBar(Raster raster, int frame, int from, int to) {
    int head = head(frame);
    int full = full(frame);
    for (int x = from; x < to; x++) {
      byte colour = x < head ? Palette.BAR_FULL : x < full ? Palette.BAR_HEAD : empty(x);
      raster.fill(margin + x, barTop, 1, barHeight, colour);
    }
  }

  /** Returns the end of the full part of the bar. */
  private int full(int frame) {
    return barWidth * (frame + 1) / spec.frames();
  }

  /** Returns the start of the bright end of the bar. */
  private int head(int frame) {
    return Math.max(0, full(frame) - 2 * scale);
  }

  /** Returns the colour of the empty bar, with a mark at the start of each second. */
  private byte empty(int x) {
    boolean tick = x * spec.seconds() % barWidth < spec.seconds() && x > 0;
    return tick ? Palette.BAR_TICK : Palette.BAR_EMPTY;
  }

  private static int alignDown(int tiles) {
    return tiles / Raster.MACROBLOCK * Raster.MACROBLOCK;
  }

  private static int alignUp(int tiles) {
    return alignDown(tiles + Raster.MACROBLOCK - 1);
  }
}
