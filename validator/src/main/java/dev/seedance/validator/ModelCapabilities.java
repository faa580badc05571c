package dev.seedance.validator;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The capabilities of one model under one revision of the contract: a row of the table.
 *
 * @param name the model's name on the wire
 * @param purpose what the model is for, in English
 * @param durations lengths that it makes, in seconds
 * @param durationNote what a caller should know about the durations, by language ({@code en},
 *     {@code zh}); empty if there is nothing to say
 * @param autoDurations values that leave the length to the model; empty if it has no such mode
 * @param resolutions such as {@code 720p}
 * @param imageRoles roles that {@code image_with_roles} may name
 * @param videoRoles roles that {@code video_with_roles} may name
 * @param audioRoles roles that {@code audio_with_roles} may name
 * @param maxReferenceImages how many images may have the role {@code reference_image}
 * @param maxImages how many images at most, whatever their role, in place of {@code
 *     maxReferenceImages}; empty if only those are counted
 * @param maxReferenceVideos how many videos at most; empty if nothing is documented
 * @param maxReferenceAudios how many audios at most; empty if nothing is documented
 * @param audioAlone whether audios may be the only files
 * @param frameAspectRatios values of {@code aspect_ratio} that are documented beside first and last
 *     frames; empty if all are
 * @param mediaModes values of {@code media_mode}
 * @param generateAudio whether the model has the switch {@code generate_audio}
 * @param returnLastFrame whether the model has the switch {@code return_last_frame}
 * @param outputs how many results {@code count} and {@code n} may ask for; empty if the model has
 *     neither
 * @param undocumented members that the provider's page does not list for the model
 */
public record ModelCapabilities(
    String name,
    String purpose,
    List<Long> durations,
    Map<String, String> durationNote,
    List<Long> autoDurations,
    List<String> resolutions,
    List<String> imageRoles,
    List<String> videoRoles,
    List<String> audioRoles,
    int maxReferenceImages,
    OptionalInt maxImages,
    OptionalInt maxReferenceVideos,
    OptionalInt maxReferenceAudios,
    boolean audioAlone,
    List<String> frameAspectRatios,
    List<String> mediaModes,
    boolean generateAudio,
    boolean returnLastFrame,
    List<Long> outputs,
    List<String> undocumented) {

  ModelCapabilities withRoutedLimits(OptionalInt videos, OptionalInt audios) {
    return new ModelCapabilities(
        name,
        purpose,
        durations,
        durationNote,
        autoDurations,
        resolutions,
        imageRoles,
        videoRoles,
        audioRoles,
        maxReferenceImages,
        maxImages,
        maxReferenceVideos.isPresent() ? maxReferenceVideos : videos,
        maxReferenceAudios.isPresent() ? maxReferenceAudios : audios,
        audioAlone,
        frameAspectRatios,
        mediaModes,
        generateAudio,
        returnLastFrame,
        outputs,
        undocumented);
  }
}
