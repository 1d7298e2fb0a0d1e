// Says prompts aloud where the browser has voices.
export function attach(element, page) {
  const speech = self.speechSynthesis;
  let isOffered = false;
  // Some browsers know their voices only after a while.
  const offer = () => {
    if (!isOffered && speech.getVoices().length > 0) {
      isOffered = true;
      page.invokeMethodAsync('OfferAsync').catch(() => {});
    }
  };
  if (speech) {
    offer();
    speech.addEventListener?.('voiceschanged', offer);
  }
  return {
    say(prompts) {
      for (const prompt of prompts) {
        speech.speak(new SpeechSynthesisUtterance(prompt));
      }
    },
    hush() {
      speech?.cancel();
    },
    dispose() {
      speech?.removeEventListener?.('voiceschanged', offer);
      speech?.cancel();
    },
  };
}
